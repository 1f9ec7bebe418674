/**
 * A copy of the environment. OpenAI's own variables are then taken out of the process: its SDK reads them, and they
 * would send pictures and keys of one provider to an address that was meant for another program.
 */
export function takeEnvironment(environment: NodeJS.ProcessEnv): Readonly<Record<string, string | undefined>> {
  const copy = { ...environment }
  for (const name of Object.keys(copy)) if (/^OPENAI_/i.test(name)) delete environment[name]
  return copy
}
