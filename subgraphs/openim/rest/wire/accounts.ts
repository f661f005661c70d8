/** What an application keeps with OpenIM for a user. OpenIM takes one key (type, uuid) twice; changes meet the first. */
export interface WireCommand {
  readonly type: number;
  readonly uuid: string;
  readonly value: string;
  readonly ex: string;
  /** ms, whatever the route's own unit is. */
  readonly createTime: number;
}

export interface WireCommandKey {
  readonly userID: string;
  readonly type: number;
  readonly uuid: string;
}

/** A setting that the operator gives to clients; `userID` is empty for what counts for everybody. */
export interface WireClientConfig {
  readonly userID: string;
  readonly key: string;
  readonly value: string;
}

/** An account that no person stands behind. */
export interface WireNotificationAccount {
  readonly userID: string;
  readonly nickname: string;
  readonly faceURL: string;
  /** 3 sends notices, 4 is a robot. */
  readonly appMangerLevel: number;
}
