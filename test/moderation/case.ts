/** A case, as a moderator's screen has it. */
export const CASE = `query ($id: ID!) { moderationCase(id: $id) {
  id version state priority reportCount round createdAt claimedUntil resolvedAt
  assignee { name } accused { id nickname }
  subject { __typename ... on Message { id revoked } ... on User { nickname } ... on Group { name } }
  evidence { takenAt graphic profile message { senderName content { summary } } neighbours { content { summary } } }
  laterEvidence { profile }
  reports { reason outcome reporter { id } case { id } }
  actions { id kind state note problem by { name } until opinionBy { name } }
} }`;

export interface Case {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly priority: number;
  readonly reportCount: number;
  readonly round: number;
  readonly assignee: { name: string } | null;
  readonly accused: { id: string; nickname: string } | null;
  readonly subject: Record<string, unknown> | null;
  readonly evidence: {
    graphic: boolean;
    profile: Record<string, unknown> | null;
    message: { senderName: string; content: { summary: string } } | null;
    neighbours: { content: { summary: string } }[] | null;
  };
  readonly laterEvidence: { profile: Record<string, unknown> }[];
  readonly reports: { reason: string; outcome: string; reporter: { id: string }; case: { id: string } }[];
  readonly actions: { id: string; kind: string; state: string; problem: string | null; opinionBy: object | null }[];
}
