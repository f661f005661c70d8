/** OpenIM's platformIDs that may hold a token: 1 to 9, and 11 (10 is OpenIM's admin). */
export type PlatformID = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 11;

/** Who asks. Made once by the gateway from the request's credential; never from its input. */
export type Viewer =
  | { readonly kind: 'anonymous' }
  | {
      readonly kind: 'user';
      readonly id: string;
      readonly session: string;
      readonly device: string;
      readonly platform: PlatformID;
    }
  | {
      readonly kind: 'admin';
      readonly id: string;
      readonly scopes: ReadonlySet<string>;
      /** What limits are given by; absent where nobody gave them any. */
      readonly roles?: readonly string[];
      /** The sign-in that the token belongs to; absent where it is not one of ours. */
      readonly signIn?: string;
    };

export type UserViewer = Extract<Viewer, { kind: 'user' }>;
export type AdminViewer = Extract<Viewer, { kind: 'admin' }>;

export const ANONYMOUS: Viewer = { kind: 'anonymous' };
