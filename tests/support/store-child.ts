import path from 'node:path';
import { openRoomStore } from '../../src/server/store/open-room-store.ts';

// Writes events into one room for ever, and says after each append how many are committed.

const [folder] = process.argv.slice(2);
const store = await openRoomStore({
  dataFolder: folder!,
  thread: path.join(import.meta.dirname, 'store-thread.js'),
});
let count = ((await store.load('KILLED')) ?? []).length;
if (count === 0) await store.create('KILLED', [{ n: count++ }], new Date('2099-01-01'));
process.stdout.write(`${count}\n`);
for (;;) {
  const size = 1 + (count % 7);
  await store.append(
    'KILLED',
    count,
    Array.from({ length: size }, (_, index) => ({ n: count + index })),
  );
  count += size;
  process.stdout.write(`${count}\n`);
}
