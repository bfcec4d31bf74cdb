// Loaded before every command, in the oldest syntax there is: an old Node must come to this sentence before
// it stumbles over a file it cannot read.
var parts = process.versions.node.split('.').map(Number);
if (parts[0] < 20 || (parts[0] === 20 && parts[1] < 19)) {
  console.error(
    'This game needs Node 20.19 or newer, and this is Node ' +
      process.versions.node +
      ': get it from https://nodejs.org and try again.',
  );
  process.exit(1);
}
