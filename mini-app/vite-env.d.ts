/// <reference types="vite/client" />

interface ImportMetaEnv {
  /** The server's public https address, built in for the app inside Zalo; empty in a build for our own server only. */
  readonly VITE_API_URL: string;
}
