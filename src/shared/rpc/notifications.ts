import * as v from 'valibot';
import type { Message } from './messages';

/**
 * The notifications that page and host may send each other, by name, with the schemas of their content. There is no answer:
 * a page that is hidden hears nothing. The types of both sides come from here.
 */
export type Notifications = Readonly<Record<string, v.ObjectEntries>> &
  Readonly<Partial<Record<Message['type'], never>>>;

type DataOf<Entries extends v.ObjectEntries> = v.InferOutput<v.ObjectSchema<Entries, undefined>>;

/** What goes with a notification. */
export type NotificationData<N extends Notifications, Name extends keyof N> = DataOf<N[Name]>;

/** A notification as it is sent: its name and its content. */
export type NotificationOf<N extends Notifications> = {
  [Name in keyof N]: { readonly type: Name } & NotificationData<N, Name>;
}[keyof N];

/** The other side, as it is spoken to. */
export type Notifier<N extends Notifications> = {
  readonly [Name in keyof N]: object extends NotificationData<N, Name>
    ? (data?: NotificationData<N, Name>) => void
    : (data: NotificationData<N, Name>) => void;
};

/** What one side does about each notification. */
export type NotificationHandlers<N extends Notifications> = {
  readonly [Name in keyof N]: (data: NotificationData<N, Name>) => unknown;
};

/** Posts a message for each call of a method. */
export function notifierOf<N extends Notifications>(post: (message: NotificationOf<N>) => void): Notifier<N> {
  return new Proxy({} as Notifier<N>, {
    get:
      (_, type) =>
      (data: object = {}) =>
        post({ ...data, type } as NotificationOf<N>),
  });
}

/** Reads what arrives: undefined is none of these notifications. Neither side trusts the other. */
export function notificationReader<N extends Notifications>(
  notifications: N,
): (message: unknown) => NotificationOf<N> | undefined {
  const schemas = new Map(Object.entries(notifications).map(([name, entries]) => [name, v.object(entries)]));
  return (message) => {
    const { type } = (message ?? {}) as { readonly type?: unknown };
    const schema = typeof type === 'string' ? schemas.get(type) : undefined;
    const read = schema && v.safeParse(schema, message);
    return read?.success ? ({ ...read.output, type } as NotificationOf<N>) : undefined;
  };
}

/** Does what is to be done about a notification that was read. */
export function handleNotification<N extends Notifications>(
  handlers: NotificationHandlers<N>,
  message: NotificationOf<N>,
): unknown {
  return handlers[message.type](message);
}
