// Imported first by every command: says in one sentence when Node is too old, before anything else fails.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `This game needs Node 20.19 or newer, and this is Node ${process.versions.node}: get it from https://nodejs.org and try again.`,
  );
  process.exit(1);
}
