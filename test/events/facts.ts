import type { NewEvent } from '../../subgraphs/kit/events.ts';

/** A message of a conversation, as the door or the reconciler would tell it. */
export const said = (conversationID: string, seq: number, content = `{"content":"${seq}"}`): NewEvent => ({
  key: `message:${conversationID}:${seq}`,
  stream: conversationID,
  at: new Date(1_700_000_000_000 + seq),
  source: 'CALLBACK',
  fact: {
    kind: 'MESSAGE_SAVED',
    message: {
      ...{ conversationID, seq, serverMsgID: `${conversationID}-${seq}`, clientMsgID: `c-${seq}` },
      ...{ sendID: 'ann', recvID: 'bo', groupID: '', senderPlatformID: 5, senderNickname: 'Ann', senderFaceURL: '' },
      ...{ sessionType: 1, msgFrom: 100, contentType: 101, content, sendTime: 1_700_000_000_000 + seq },
      ...{ createTime: 1_700_000_000_000 + seq, status: 2, atUserIDList: [], ex: '' },
    },
  },
});
