/** Part of the key of every kept graph: raise it with each change of a rule, of their order or of the proof. */
export const rewriterVersion = 7
