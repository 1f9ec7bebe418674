import type { Refusal } from './dialect.ts'

/** What the schema of OpenAI asks for: all four are there. */
export function standardEnvelope({ message, type, code }: Refusal): unknown {
  return { error: { message, type, param: null, code } }
}

/** ModelScope writes it under `error` or under `errors`. */
export function modelscopeEnvelope(
  { message }: Refusal,
  requestId: string,
  name: 'error' | 'errors' = 'error'
): unknown {
  return { [name]: { message }, request_id: requestId }
}

export function dashscopeEnvelope(refusal: Refusal, requestId: string): unknown {
  const { message, type, code } = refusal
  return { error: { message, type, param: null, code: code ?? type }, request_id: requestId }
}

/** SiliconFlow: flat, with a number of its own. */
export function siliconflowEnvelope({ message, code }: Refusal): unknown {
  return { code: typeof code === 'number' ? code : 20012, message, data: null }
}

/** OpenRouter repeats the status as code. */
export function openrouterEnvelope({ status, message }: Refusal): unknown {
  return { error: { code: status, message, metadata: { provider_name: 'Fake' } } }
}

export function llamacppEnvelope({ status, message, type }: Refusal): unknown {
  return { error: { code: status, message, type } }
}

/** vLLM before it nested its errors. */
export function vllmEnvelope({ status, message, type }: Refusal): unknown {
  return { object: 'error', message, type, param: null, code: status }
}
