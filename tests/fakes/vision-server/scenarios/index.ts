import { answerScenarios } from './answers.ts'
import { boxScenarios } from './boxes.ts'
import { brokenStreamScenarios } from './broken-streams.ts'
import { cancelScenarios } from './cancel.ts'
import { emptyScenarios } from './empty.ts'
import { largeScenarios } from './large.ts'
import { modelScenarios } from './models.ts'
import { notationScenarios } from './notations.ts'
import { pixelScenarios } from './pixels.ts'
import { quotaScenarios } from './quotas.ts'
import { redirectScenarios } from './redirects.ts'
import { refusalScenarios } from './refusals.ts'
import type { Scenario } from './scenario.ts'
import { streamErrorScenarios } from './stream-errors.ts'
import { thinkingScenarios } from './thinking.ts'
import { timingScenarios } from './timing.ts'
import { upstreamScenarios } from './upstream.ts'

/** Every scenario that speaks HTTP, in groups, in the order in which a person reads them. */
export const scenarioGroups: Readonly<Record<string, readonly Scenario[]>> = {
  Answers: answerScenarios,
  'Empty answers': emptyScenarios,
  Time: timingScenarios,
  Refusals: refusalScenarios,
  Pixels: pixelScenarios,
  'Quotas and waits': quotaScenarios,
  'Faults on the way': upstreamScenarios,
  'Streams that break': brokenStreamScenarios,
  'Errors inside a stream': streamErrorScenarios,
  'Ways to write a stream': notationScenarios,
  Thinking: thinkingScenarios,
  'Large answers': largeScenarios,
  Boxes: boxScenarios,
  'Lists of models': modelScenarios,
  Redirections: redirectScenarios,
  Cancelling: cancelScenarios
}

const scenarios = new Map(
  Object.values(scenarioGroups)
    .flat()
    .map((scenario) => [scenario.id, scenario])
)

/** Undefined when there is none of that id. */
export function scenarioNamed(id: string): Scenario | undefined {
  return scenarios.get(id)
}
