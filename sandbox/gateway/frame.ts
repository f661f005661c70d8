/** What a binary message says; `data` is a protobuf message. */
export interface RequestFrame {
  reqIdentifier: number;
  sendID: string;
  operationID: string;
  msgIncr: string;
  data: Uint8Array;
}

export interface ReplyFrame {
  reqIdentifier: number;
  msgIncr: string;
  operationID: string;
  errCode: number;
  errMsg: string;
  data: Uint8Array | null;
}

/** A frame that nobody asked for. */
export const unasked = (reqIdentifier: number, data: Uint8Array | null, operationID = ''): ReplyFrame => ({
  reqIdentifier,
  msgIncr: '',
  operationID,
  errCode: 0,
  errMsg: '',
  data,
});
