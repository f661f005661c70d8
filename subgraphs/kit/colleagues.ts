/** Who else there is among the admins. */
export interface Colleagues {
  /** Whether another admin than this one has that scope, may sign in, and has done so before. */
  hasOther(adminID: string, scope: string): Promise<boolean>;
}
