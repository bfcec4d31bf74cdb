import { expect, it } from 'vitest';
import { createOneByOne } from '../../../src/server/store/embedded/one-by-one.ts';

const failure = (code?: string) => Object.assign(new Error('failed'), code === undefined ? {} : { code });

it('does one piece of work after the other', async () => {
  const { guard } = createOneByOne(() => {});
  const steps: string[] = [];
  const work = (name: string) =>
    guard(async () => {
      steps.push(`${name} begins`);
      await new Promise(setImmediate);
      steps.push(`${name} ends`);
    });
  await Promise.all([work('a'), work('b')]);
  expect(steps).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
});

it.each(['23505', '22P02', '40001'])('goes on after an error of the statement (%s)', async (code) => {
  const { guard, isStopped } = createOneByOne(() => {});
  await expect(guard(() => Promise.reject(failure(code)))).rejects.toThrow('failed');
  expect(await guard(async () => 7)).toBe(7);
  expect(isStopped()).toBe(false);
});

it.each([['53100'], ['58030'], ['XX000'], [undefined]])(
  'does nothing more after an error of the database (%s), not even what waits already',
  async (code) => {
    const { guard, isStopped } = createOneByOne(() => {});
    let isDone = false;
    const fatal = guard(() => Promise.reject(failure(code)));
    const next = guard(async () => {
      isDone = true;
    });
    await expect(fatal).rejects.toThrow('failed');
    await expect(next).rejects.toThrow('has stopped');
    expect(isDone).toBe(false);
    expect(isStopped()).toBe(true);
  },
);

it('acknowledges nothing that is not on the disk', async () => {
  const { guard } = createOneByOne(() => {
    throw new Error('not on the disk');
  });
  await expect(guard(async () => 7)).rejects.toThrow('not on the disk');
});
