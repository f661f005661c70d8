/** From so many strikes on, each new one has this consequence. */
export interface StrikeRule {
  readonly strikes: number;
  readonly consequence: 'MUTE_MEMBER' | 'BAN_USER';
  readonly hours: number;
}

export interface Consequence {
  readonly kind: StrikeRule['consequence'];
  readonly until: Date;
}

/** The gravest that the strikes reach; a mute needs a group to be muted in. */
export function consequenceOf(
  { count, inGroup }: { count: number; inGroup: boolean },
  rules: readonly StrikeRule[],
  now: Date,
): Consequence | null {
  const rule = rules
    .filter(({ strikes, consequence }) => strikes <= count && (inGroup || consequence !== 'MUTE_MEMBER'))
    .reduce<StrikeRule | null>((gravest, each) => (each.strikes > (gravest?.strikes ?? 0) ? each : gravest), null);
  return rule && { kind: rule.consequence, until: new Date(now.getTime() + rule.hours * 3_600_000) };
}
