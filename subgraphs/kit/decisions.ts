/** What is about to happen in OpenIM, as a before-callback tells it. */
export type Intent =
  | {
      readonly kind: 'SEND';
      readonly userID: string;
      readonly platformID: number;
      readonly to: { readonly kind: 'USER' | 'GROUP'; readonly id: string };
      readonly contentType: number;
      readonly content: string;
      readonly atUserIDs: readonly string[];
      readonly ex: string;
      readonly clientMsgID: string;
      readonly at: Date;
    }
  | {
      /** OpenIM does not say to whom. */
      readonly kind: 'MODIFY';
      readonly userID: string;
      readonly contentType: number;
      readonly content: string;
      readonly clientMsgID: string;
      readonly serverMsgID: string;
      readonly sessionType: number;
    }
  | {
      readonly kind: 'REGISTER';
      readonly users: readonly { readonly userID: string; readonly nickname: string; readonly faceURL: string }[];
    }
  | {
      readonly kind: 'RENAME';
      readonly userID: string;
      readonly nickname: string | null;
      readonly faceURL: string | null;
    }
  | { readonly kind: 'ADD_FRIEND'; readonly userID: string; readonly otherID: string; readonly message: string }
  | {
      readonly kind: 'CREATE_GROUP' | 'CHANGE_GROUP';
      readonly userID: string | null;
      readonly groupID: string;
      readonly name: string | null;
      readonly introduction: string | null;
      readonly notification: string | null;
    }
  | {
      readonly kind: 'JOIN_GROUP';
      readonly groupID: string;
      readonly userIDs: readonly string[];
      readonly byUserID: string | null;
    };

export type Verdict =
  | { readonly kind: 'PASS' }
  /** `reason`: a row of the refusals' texts; `until`: when it may be tried again, where that is known. */
  | { readonly kind: 'REFUSE'; readonly reason: string; readonly until: Date | null }
  /** Only for SEND: it waits for a moderator once it is kept, or goes on because one has let it. Rejects where it cannot be kept. */
  | { readonly kind: 'HOLD'; readonly keep: () => Promise<'WAITING' | 'RELEASED'> }
  /** Only for MODIFY: the content that goes on instead. */
  | { readonly kind: 'MASK'; readonly content: string };

/** Decides from memory; never waits for a network or a database. */
export interface Judge {
  readonly name: string;
  /** What holds when it does not decide in time, or throws. */
  readonly otherwise: 'PASS' | 'REFUSE';
  readonly kinds: ReadonlySet<Intent['kind']>;
  decide(intent: Intent): Verdict;
}
