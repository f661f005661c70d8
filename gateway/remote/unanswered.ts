/**
 * Why a subgraph gave no answer: it took too long, could not be reached, is away by its own or a proxy's word, said what
 * is no answer of GraphQL, is not asked for a while, or whoever asked has gone.
 */
export type Silence = 'late' | 'unreachable' | 'away' | 'rubbish' | 'refused' | 'left';

/** A subgraph that was asked and gave no answer of GraphQL; neither its address nor what it said are for clients. */
export class Unanswered extends Error {
  override readonly name = 'Unanswered';
  readonly silence: Silence;

  constructor(silence: Silence, cause?: unknown) {
    super(`A subgraph gave no answer: ${silence}`, { cause });
    this.silence = silence;
  }
}
