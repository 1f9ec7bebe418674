import { z } from 'zod'
import type { Call } from '../../../main/engine/worker/service.ts'

/** What the fake engine is to do, written where the bytes of a picture would be. */
export const script = z.discriminatedUnion('do', [
  z.object({ do: z.literal('answer') }),
  z.object({ do: z.literal('fail') }),
  z.object({ do: z.literal('progress'), steps: z.number() }),
  z.object({ do: z.literal('wait') }),
  z.object({ do: z.literal('chatter') }),
  // Looks around
  z.object({ do: z.literal('environment') }),
  z.object({ do: z.literal('read'), path: z.string() }),
  z.object({ do: z.literal('write'), path: z.string() }),
  z.object({ do: z.literal('network'), port: z.number() }),
  z.object({ do: z.literal('process') }),
  z.object({ do: z.literal('thread') }),
  z.object({ do: z.literal('native'), model: z.string() }),
  // Breaks
  z.object({ do: z.literal('exit'), code: z.number() }),
  z.object({ do: z.literal('abort') }),
  z.object({ do: z.literal('throw-outside') }),
  z.object({ do: z.literal('hang') }),
  z.object({ do: z.literal('ignore-cancel') }),
  z.object({ do: z.literal('fill-heap') }),
  z.object({ do: z.literal('fill-memory') }),
  z.object({ do: z.literal('refuse-memory') }),
  z.object({ do: z.literal('grow'), bytes: z.number() }),
  z.object({ do: z.literal('say'), text: z.string() }),
  z.object({ do: z.literal('flood') }),
  z.object({ do: z.literal('wrong-result') })
])
export type Script = z.infer<typeof script>

/** What is done at each order: tells what it saw, or does not come back. */
export type Deeds = {
  readonly [D in Script['do']]: (order: Extract<Script, { do: D }>, call: Call) => Promise<readonly string[]>
}
