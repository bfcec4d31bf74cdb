import { networkInterfaces } from 'node:os';

/** Networks that a computer makes for itself: no phone gets there. */
const INNER = /^(docker|br-|veth|virbr|vmnet|vboxnet|utun|tun|tap)/;

/** Addresses of this machine in its networks, the likely ones first. */
export function lanAddresses(port: number): readonly string[] {
  const hosts = Object.entries(networkInterfaces()).flatMap(([name, addresses = []]) =>
    addresses
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
      .map(({ address }) => ({ address, isInner: INNER.test(name) })),
  );
  return hosts
    .toSorted((a, b) => Number(a.isInner) - Number(b.isInner))
    .map(({ address }) => `http://${address}:${port}`);
}
