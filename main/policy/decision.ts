/** What a policy answers; whoever wires it treats everything but `allow` as a refusal. */
export type Decision = 'allow' | 'deny'
