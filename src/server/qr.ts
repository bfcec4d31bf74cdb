import { renderUnicodeCompact } from 'uqr';

/** The address as a QR code for a terminal. */
export function qrOf(address: string): string {
  return renderUnicodeCompact(address, { border: 2 });
}
