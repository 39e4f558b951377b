import * as v from 'valibot';
import { expect, test } from 'vitest';
import { handleNotification, notificationReader, notifierOf, type NotificationOf } from './notifications';

const LAMP = { light: { colour: v.string(), from: v.optional(v.number()) }, darken: {} };

const read = notificationReader(LAMP);

test('a call of one side is what the other does', () => {
  const done: unknown[] = [];
  const lamp = notifierOf<typeof LAMP>((message) => {
    const heard = read(structuredClone(message));
    if (heard)
      handleNotification<typeof LAMP>(
        { light: ({ colour }) => done.push(colour), darken: () => done.push('dark') },
        heard,
      );
  });
  lamp.light({ colour: 'red' });
  lamp.darken();
  expect(done).toEqual(['red', 'dark']);
});

test.each([undefined, null, 'light', {}, { type: 'constructor' }, { type: 'light' }, { type: 'light', colour: 1 }])(
  'what is no notification is not taken: %j',
  (message) => expect(read(message)).toBeUndefined(),
);

test('only what the schemas name is taken', () => {
  const message: NotificationOf<typeof LAMP> = { type: 'light', colour: 'red' };
  expect(read({ ...message, more: 1 })).toEqual(message);
});
