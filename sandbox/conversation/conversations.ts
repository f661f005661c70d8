import type { Seqs } from '../message/seqs.ts';
import { now } from '../state/clock.ts';
import type { Family } from '../state/family.ts';
import type { State } from '../state/state.ts';
import { VersionLog } from '../version/version-log.ts';
import type { Conversation, Row } from './conversation.ts';
import { NEW_CONVERSATION } from './conversation.ts';

/** Told when a row changed behind its owner's back. */
export type ChangeListener = (ownerUserID: string, conversationID: string) => void;

/** The conversation rows of all users, with their change logs. */
export class Conversations {
  readonly versions: VersionLog;
  private readonly rows: Family<Row>;
  private readonly seqs: Seqs;
  private readonly listeners: ChangeListener[] = [];

  constructor(state: State, seqs: Seqs) {
    this.rows = state.family<Row>('conversations');
    this.versions = new VersionLog(state.collection('conversation-versions'));
    this.seqs = seqs;
  }

  onChange(listener: ChangeListener): void {
    this.listeners.push(listener);
  }

  /** Lets the owner's devices know that a row changed. */
  announce(ownerUserID: string, conversationID: string): void {
    for (const listener of this.listeners) listener(ownerUserID, conversationID);
  }

  get(ownerUserID: string, conversationID: string): Conversation | undefined {
    const row = this.rows.get(ownerUserID, conversationID);
    return row?.unseen ? undefined : row?.shown;
  }

  find(ownerUserID: string, conversationIDs: readonly string[]): Conversation[] {
    return [...new Set(conversationIDs)].flatMap((id) => this.get(ownerUserID, id) ?? []);
  }

  all(ownerUserID: string): Conversation[] {
    return [...this.rows.of(ownerUserID).values()].flatMap((row) => (row.unseen ? [] : row.shown));
  }

  ids(ownerUserID: string): string[] {
    return [...this.rows.of(ownerUserID).keys()];
  }

  idsWhere(ownerUserID: string, test: (row: Conversation) => boolean): string[] {
    return [...this.rows.of(ownerUserID)].filter(([, row]) => test(row.shown)).map(([id]) => id);
  }

  createTime(ownerUserID: string, conversationID: string): number {
    return this.rows.get(ownerUserID, conversationID)?.createTime ?? 0;
  }

  has(ownerUserID: string, conversationID: string): boolean {
    return this.rows.has(ownerUserID, conversationID);
  }

  create(
    row: Partial<Conversation> & Pick<Conversation, 'ownerUserID' | 'conversationID' | 'conversationType'>,
    unseen = false,
  ): void {
    const shown = { ...NEW_CONVERSATION, ...row };
    this.rows.set(row.ownerUserID, row.conversationID, { shown, createTime: now(), ...(unseen && { unseen }) });
    this.versions.record(row.ownerUserID, 'insert', [row.conversationID]);
  }

  /** Any change brings an unseen row to light. */
  update(ownerUserID: string, conversationID: string, change: Partial<Conversation>): void {
    const row = this.rows.get(ownerUserID, conversationID);
    if (row !== undefined) {
      this.rows.set(ownerUserID, conversationID, { shown: { ...row.shown, ...change }, createTime: row.createTime });
    }
    this.versions.record(ownerUserID, 'update', [conversationID]);
  }

  delete(ownerUserID: string, conversationIDs: readonly string[]): void {
    for (const id of conversationIDs) this.rows.delete(ownerUserID, id);
    this.versions.record(ownerUserID, 'delete', conversationIDs);
  }

  /** A member's row in a group; whoever comes back sees the conversation to its end again. */
  openGroup(row: Conversation): void {
    const { ownerUserID, conversationID } = row;
    if (this.has(ownerUserID, conversationID)) this.update(ownerUserID, conversationID, { maxSeq: 0 });
    else this.create(row);
    this.seqs.setReach(ownerUserID, conversationID, { maxSeq: 0 });
  }

  setMaxSeq(conversationID: string, userIDs: readonly string[], maxSeq: number): void {
    for (const userID of userIDs) {
      this.seqs.setReach(userID, conversationID, { maxSeq });
      this.update(userID, conversationID, { maxSeq });
    }
    for (const userID of userIDs) this.announce(userID, conversationID);
  }

  setMinSeq(conversationID: string, userID: string, minSeq: number): void {
    this.seqs.setReach(userID, conversationID, { minSeq });
    this.update(userID, conversationID, { minSeq });
    this.announce(userID, conversationID);
  }

  /** Every user's rows whose other side is this user. */
  *facing(userID: string): Iterable<Conversation> {
    for (const owner of this.rows.ownerIDs()) {
      for (const row of this.rows.of(owner).values()) if (row.shown.userID === userID) yield row.shown;
    }
  }
}
