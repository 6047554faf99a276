/** The browser's storage, which throws when it is full, forbidden or missing: here it only answers null or false. */

/** Calls for the storage itself, because even naming it may throw. */
export function safely(storage: () => Storage) {
  return {
    get(key: string): string | null {
      try {
        return storage().getItem(key);
      } catch {
        return null;
      }
    },
    set(key: string, value: string): boolean {
      try {
        storage().setItem(key, value);
        return true;
      } catch {
        return false;
      }
    },
    remove(key: string): void {
      try {
        storage().removeItem(key);
      } catch {
        // Nothing is kept there, so there is nothing to remove.
      }
    },
  };
}

export const localCache = safely(() => window.localStorage);

const session = safely(() => window.sessionStorage);

/** Two phones beside each other on one page are frames of one tab and share its storage; the frame's name keeps them apart. */
function frameName(): string {
  if (window.top === window) return '';
  if (window.name === '') window.name = `phone-${Math.random().toString(36).slice(2)}`;
  return `@${window.name}`;
}

/** Kept until this tab (or this frame in it) is closed. */
export const tabCache = {
  get: (key: string) => session.get(key + frameName()),
  set: (key: string, value: string) => session.set(key + frameName(), value),
  remove: (key: string) => session.remove(key + frameName()),
};
