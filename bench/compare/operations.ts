/** What is asked, and what of the answer is each time another. */
export interface Operation {
  readonly name: string;
  readonly document: string;
  /** Of the REST aggregator: the same answer at an address of its own. */
  readonly rest: (variables: Variables) => { readonly path: string; readonly body?: object };
  readonly signedIn: boolean;
}

export interface Variables {
  readonly id: string;
  readonly last: number;
  readonly groupID: string;
  readonly text: string;
}

const PAGE = `fragment File on Media { id url mimeType size width height duration }
query Page($id: ID!, $last: Int!) {
  conversation(id: $id) {
    id kind unreadCount
    messages(last: $last) {
      edges {
        cursor
        node {
          id seq sentAt revoked contentType
          sender { id nickname avatar { id url } }
          content {
            __typename summary
            ... on TextContent { text }
            ... on PictureContent { alt source { ...File } }
            ... on FileContent { name source { ...File } }
          }
        }
      }
      pageInfo { hasPreviousPage startCursor }
    }
  }
}`;

const LIST = `query List {
  conversations(first: 50) {
    edges {
      cursor
      node {
        id kind unreadCount
        group { id name }
        lastMessage { id seq sentAt sender { id nickname } content { __typename summary } }
      }
    }
    pageInfo { hasNextPage }
  }
}`;

const ME = 'query Me { me { id nickname } }';

const SEND = `mutation Send($groupID: ID!, $text: String!) {
  sendMessage(input: { groupID: $groupID, content: { text: { text: $text } } }) {
    id sentAt contentType
    sender { id nickname }
    content { __typename summary ... on TextContent { text } }
  }
}`;

export const OPERATIONS: readonly Operation[] = [
  {
    name: 'page',
    document: PAGE,
    rest: ({ id, last }) => ({ path: `/conversations/${id}/messages?last=${last}` }),
    signedIn: true,
  },
  { name: 'me', document: ME, rest: () => ({ path: '/me' }), signedIn: true },
  { name: 'list', document: LIST, rest: () => ({ path: '/conversations?first=50' }), signedIn: true },
  {
    name: 'send',
    document: SEND,
    rest: ({ groupID, text }) => ({ path: '/messages', body: { groupID, text } }),
    signedIn: true,
  },
  { name: 'nobody', document: ME, rest: () => ({ path: '/me' }), signedIn: false },
];
