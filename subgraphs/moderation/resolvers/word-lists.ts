import { badInput } from '../../kit/fault.ts';
import { connection, cursorOf, positionOf, rowsAsked } from '../../kit/page.ts';
import { reasonOf } from '../../kit/reason.ts';
import type {
  KeywordConditionResolvers,
  LinkConditionResolvers,
  MutationResolvers,
  QueryResolvers,
  WordImportResolvers,
  WordListResolvers,
  WordListVersionResolvers,
} from '../__generated__/resolvers.ts';
import { adminOf, audited, type ModerationContext } from '../context.ts';
import { setShared } from '../policies/publish.ts';
import { readSubscription } from '../policies/subscriptions.ts';
import { continueImport, dropImport, finishImport, importSizes, startImport } from '../rules/word-imports.ts';
import {
  changeWords,
  entriesOf,
  insertList,
  lockOwnList,
  readLists,
  readListVersions,
  readWords,
  type WordListRow,
} from '../rules/word-store.ts';

export const wordListQueries = {
  wordLists: (_, __, { db }) => readLists(db),
} satisfies QueryResolvers;

export const listing = {
  createWordList: async (_, { name, kind, reason }, context) => {
    const { row } = await audited(context, reasonOf(reason), async (on) => {
      const made = await insertList({ name: name.trim(), kind: kind ?? 'WORDS' }, changeOf(context, reason), on);
      return {
        row: made,
        entry: {
          action: 'word-list.create',
          target: `word-list:${made.id}`,
          after: { name: made.name, kind: made.kind },
        },
      };
    });
    return row;
  },
  changeWordList: async (_, { id, add, remove, reason }, context) => {
    const { row } = await audited(context, reasonOf(reason), async (on) => {
      const before = await lockOwnList(id, on);
      const { kind } = before;
      const words = {
        add: entriesOf(kind, add ?? [], { field: 'add' }),
        remove: entriesOf(kind, remove ?? [], { field: 'remove' }),
      };
      const after = await changeWords(before, { ...words, ...changeOf(context, reason) }, on);
      return { row: after, entry: entryOf('word-list.change', before, after) };
    });
    await context.ruleBook.changed();
    return row;
  },
  startWordImport: async (_, { listID, reason }, context) => {
    const { row } = await audited(context, reasonOf(reason), async (on) => ({
      row: await startImport(listID, adminOf(context), on),
      entry: { action: 'word-list.start-import', target: `word-list:${listID}` },
    }));
    return row;
  },
  importWords: async (_, { importID, words, firstLine }, context) => {
    if (firstLine != null && firstLine < 1) throw badInput('firstLine', 'a number from 1 is expected');
    return context.db.transaction((on) => continueImport(importID, { lines: words, firstLine: firstLine ?? 1 }, on));
  },
  finishWordImport: async (_, { importID, reason }, context) => {
    const { row } = await audited(context, reasonOf(reason), async (on) => {
      const after = await finishImport(importID, changeOf(context, reason), on);
      const entry = { action: 'word-list.finish-import', target: `word-list:${after.id}`, after: figuresOf(after) };
      return { row: after, entry };
    });
    await context.ruleBook.changed();
    return row;
  },
  shareWordList: async (_, { id, shared, reason }, context) => {
    const { row } = await audited(context, reasonOf(reason), async (on) => {
      const before = await lockOwnList(id, on);
      const entry = { action: 'word-list.share', target: `word-list:${id}`, before: { shared: before.shared } };
      return { row: await setShared(before, shared, on), entry: { ...entry, after: { shared } } };
    });
    return row;
  },
  dropWordImport: (_, { importID }, context) => context.db.transaction((on) => dropImport(importID, on)),
} satisfies MutationResolvers;

const changeOf = (context: ModerationContext, reason: string) => ({
  author: adminOf(context),
  reason: reasonOf(reason),
});

const figuresOf = ({ version, size }: WordListRow) => ({ version, size });

const entryOf = (action: string, before: WordListRow, after: WordListRow) => ({
  ...{ action, target: `word-list:${before.id}` },
  before: figuresOf(before),
  after: figuresOf(after),
});

const WORDS = 'words';
const MOST_WORDS_SHOWN = 1_000;
const LAST_CHANGES = 100;

export const WordList: WordListResolvers = {
  subscription: async ({ subscription_id: id }, _, { db }) =>
    id === null ? null : ((await readSubscription(id, db)) ?? null),
  createdAt: ({ created_at }) => created_at,
  updatedAt: ({ updated_at }) => updated_at,
  words: async ({ generation, size }, { first, after }, { db }) => {
    const rows = rowsAsked(first, 'first', MOST_WORDS_SHOWN);
    const from = after == null ? null : positionOf(WORDS, after);
    const found = await readWords(generation, { limit: rows + 1, after: from }, db);
    const page = found.slice(0, rows).map((node) => ({ cursor: cursorOf(WORDS, node), node }));
    return connection(page, { next: found.length > rows, previous: from !== null, total: size });
  },
  history: ({ id }, _, { db }) => readListVersions(id, LAST_CHANGES, db),
};

export const WordListVersion: WordListVersionResolvers = {
  author: ({ author: id }) => (id === null ? null : { __typename: 'Admin', id }),
  createdAt: ({ created_at }) => created_at,
};

export const WordImport: WordImportResolvers = {
  list: async ({ list_id }, _, { wordListByID }) => wordListByID.load(list_id),
  size: async ({ id }, _, { db }) => (await importSizes([id], db)).get(id) ?? 0,
};

export const KeywordCondition: KeywordConditionResolvers = {
  lists: async ({ listIDs }, _, { wordListByID }) =>
    (await Promise.all(listIDs.map((id) => wordListByID.load(id)))).filter((list) => list !== null),
};

export const LinkCondition: LinkConditionResolvers = {
  lists: async ({ listIDs = [] }, _, { wordListByID }) =>
    (await Promise.all(listIDs.map((id) => wordListByID.load(id)))).filter((list) => list !== null),
};
