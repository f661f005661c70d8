/**
 * What must hold of one place in a request's body. `at` is a path of keys; a list there stands for each of its entries.
 * Keys count as OpenIM reads them: without regard to case.
 */
export type Rule =
  /** A userID, or each of several: the caller. Absent it is OpenIM's to refuse or fill; `demanded`: we refuse. */
  | { readonly check: 'own'; readonly at: string; readonly demanded?: true }
  /** One of several userIDs is the caller. */
  | { readonly check: 'among'; readonly at: readonly string[] }
  /** A conversationID: the caller is in it. */
  | { readonly check: 'conversation'; readonly at: string }
  /** conversationIDs: those that the caller is not in are left out. */
  | { readonly check: 'conversations'; readonly at: string }
  /** `conversation.userID` and `conversation.groupID` say the same as its id. */
  | { readonly check: 'peer'; readonly at: string }
  /** Absent, null, false, 0 or empty: what it would do is for nobody who asks here. */
  | { readonly check: 'unset'; readonly at: string }
  /** The name of an object: below `<caller>/`. */
  | { readonly check: 'name'; readonly at: string }
  /** An uploadID that was made for the caller; OpenIM gets its own. */
  | { readonly check: 'upload'; readonly at: string };

export const own = (at: string): Rule => ({ check: 'own', at });
export const demanded = (at: string): Rule => ({ check: 'own', at, demanded: true });
export const among = (...at: readonly string[]): Rule => ({ check: 'among', at });
export const conversation = (at: string): Rule => ({ check: 'conversation', at });
export const conversations = (at: string): Rule => ({ check: 'conversations', at });
export const peer = (at: string): Rule => ({ check: 'peer', at });
export const unset = (at: string): Rule => ({ check: 'unset', at });
export const named = (at: string): Rule => ({ check: 'name', at });
export const upload = (at: string): Rule => ({ check: 'upload', at });
