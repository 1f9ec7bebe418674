import type { IncomingMessage } from 'node:http'
import { goodAnswer } from '../answers/answer.ts'
import { recogniseTask } from '../answers/marker.ts'
import { countTokens } from '../answers/usage.ts'
import { type ChatReport, checkChat } from '../checks/chat.ts'
import type { Record } from '../journal/journal.ts'
import { refuse, sendText } from '../scenarios/playing.ts'
import type { Call, ChatCall, Scenario } from '../scenarios/scenario.ts'
import { numberIn } from '../wire/address.ts'
import { type ChatBody, questionOf } from '../wire/chat-body.ts'
import { createChunks } from '../wire/chunks.ts'
import { readBody } from '../wire/read-body.ts'
import type { Desk } from './desk.ts'

export interface ChatTurn {
  readonly desk: Desk
  readonly record: Record
  readonly call: Call
  readonly scenario: Scenario
  readonly request: IncomingMessage
}

/** Reads, checks, and lets the scenario play. */
export async function handleChat(turn: ChatTurn): Promise<void> {
  const { desk, record, call } = turn
  const { segment } = call.address
  record.note({ concurrent: desk.state.enter(segment) })
  try {
    await answer(turn)
  } finally {
    desk.state.leave(segment)
  }
}

async function answer({ desk, record, call, scenario, request }: ChatTurn): Promise<void> {
  const bytes = await readBody(request)
  if (bytes === undefined) return call.wire.silence()
  const report = checkChat({
    headers: request.headers,
    rawHeaders: request.rawHeaders,
    body: bytes,
    parameters: call.parameters,
    dialect: call.dialect,
    validators: desk.validators,
    keyHash: call.parameters.get('key') ?? desk.keyHash
  })
  noteReport(record, report, bytes.length)
  const [first] = report.findings
  const { body } = report
  if (first !== undefined || body === undefined) return refuse(call, first?.problem ?? 'bad-request')
  checkSpending(desk, record, { call, scenario, body })
  const hold = call.parameters.get('hold')
  if (hold !== undefined) await Promise.race([desk.state.hold(hold), call.wire.silence()])
  if (isTooMany(record, call)) return refuse(call, 'burst')
  const chatCall = createChatCall(desk, call, report, body)
  await (scenario.chat?.(chatCall) ?? sendText(chatCall, chatCall.answer))
}

function noteReport(record: Record, { body, pictures, findings, warnings }: ChatReport, bodyBytes: number): void {
  record.mark('bodyRead')
  record.note({
    bodyBytes,
    warnings,
    pictures: pictures.map(({ facts }) => facts),
    model: body?.model,
    task: body === undefined ? undefined : recogniseTask(questionOf(body))
  })
  for (const { check, message } of findings) record.fault(check, message)
}

/** Rule 8: no call beyond what the policy allows at this scenario. */
function checkSpending(
  desk: Desk,
  record: Record,
  { call, scenario, body }: { readonly call: Call; readonly scenario: Scenario; readonly body: ChatBody }
): void {
  const most = scenario.calls?.(call.parameters) ?? Number.POSITIVE_INFINITY
  const spent = desk.state.spend(call.address.segment, body.model)
  if (spent > most) record.fault(8, `call ${spent} for ${body.model}, allowed are ${most}`)
}

/** More than `;par=` calls at a time are a fault; more than `;limit=` are refused without one. */
function isTooMany(record: Record, { parameters }: Call): boolean {
  const { concurrent } = record.entry()
  const most = numberIn(parameters, 'par', Number.POSITIVE_INFINITY)
  if (concurrent > most) record.fault(8, `${concurrent} calls at a time, allowed are ${most}`)
  return concurrent > Math.min(most, numberIn(parameters, 'limit', Number.POSITIVE_INFINITY))
}

function createChatCall(desk: Desk, call: Call, { pictures }: ChatReport, body: ChatBody): ChatCall {
  const prompt = questionOf(body)
  const { parameters, dialect, requestId } = call
  const good = goodAnswer(recogniseTask(prompt), { prompt, pictures, parameters, word: desk.state.word() })
  const usage = countTokens(body, pictures, good)
  const chunks = createChunks({
    id: `chatcmpl-${requestId}`,
    time: desk.state.now(),
    usage,
    body,
    extra: dialect.chunkExtra
  })
  return { ...call, body, pictures, answer: good, chunks }
}
