/** What the phone around the app can do for us. Screens know this interface only; zalo.ts and browser.ts keep the promises. */

/**
 * How a call ended. `refused`: the person said no, which is not an error. `unsupported`: this phone or place cannot do
 * it, so hide the button (`need` says what would help). `offline`: try again with a network. `failed`: anything else.
 */
export type Result<T> =
  | { kind: 'ok'; value: T }
  | { kind: 'refused' }
  | { kind: 'unsupported'; need?: 'choose-person' }
  | { kind: 'offline' }
  | { kind: 'failed' };

export interface SharedPage {
  title: string;
  description: string;
  /** The route inside the app, such as `/tieu-bieu/ngay-thu-sau`. */
  path: string;
  /** An https address of a picture; Zalo's share sheet shows it. */
  picture: string;
}

export interface Platform {
  readonly name: 'zalo' | 'browser';
  /** Where the API lives: an absolute address inside Zalo, empty (same origin) in a browser. */
  readonly apiBase: string;
  /** Proof of who the person is, to be exchanged once at our server. Asks nothing inside Zalo. */
  accessToken(): Promise<Result<string>>;
  /** Asks to follow the page. Say why on our own screen first. */
  follow(oaId: string): Promise<Result<void>>;
  /** Asks for leave to write to the person through the page. Say why on our own screen first. */
  allowMessages(oaId: string): Promise<Result<void>>;
  /** `copied` where there is no share sheet: tell the person that the link is ready to paste. */
  share(page: SharedPage): Promise<Result<'shared' | 'copied'>>;
  copyText(text: string): Promise<Result<void>>;
  openChat(oaId: string): Promise<Result<void>>;
  /** Opens a page or a document outside the app. */
  openUrl(url: string): Promise<Result<void>>;
  /** A cache that may vanish. Missing and unreadable are both null. */
  readonly storage: {
    get(key: string): Promise<string | null>;
    /** False when nothing could be kept: tell the person. */
    set(key: string, value: string): Promise<boolean>;
    remove(key: string): Promise<void>;
  };
  /**
   * Until the returned function is called, closing the app asks first. Inside Zalo `ask` shows our dialog and calls
   * `leave` when the person means it; a browser asks by itself and never calls `ask`.
   */
  confirmExit(ask: (leave: () => void) => void): () => void;
  /** These three return the function that ends the subscription. */
  onPause(listener: () => void): () => void;
  onResume(listener: () => void): () => void;
  /** Somebody opens a link into the app while it already runs. */
  onOpenPath(listener: (path: string) => void): () => void;
  /** Absent where there is nothing to close. */
  closeApp?(): Promise<Result<void>>;
}

export const ok = <T>(value: T): Result<T> => ({ kind: 'ok', value });
export const done: Result<void> = { kind: 'ok', value: undefined };
