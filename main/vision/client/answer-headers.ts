import type { QuotaHeaders } from '../chat.ts'

/** ModelScope; many clients read them, and often they are missing. */
const quotaNames = {
  limit: 'modelscope-ratelimit-requests-limit',
  remaining: 'modelscope-ratelimit-requests-remaining',
  modelLimit: 'modelscope-ratelimit-model-requests-limit',
  modelRemaining: 'modelscope-ratelimit-model-requests-remaining'
} as const satisfies Record<keyof QuotaHeaders, string>

const idNames = ['x-request-id', 'x-dashscope-request-id', 'x-siliconcloud-trace-id', 'x-generation-id']

/** What headers tell of a quota; numbers only. */
export function quotaOf(headers: Headers): QuotaHeaders {
  const given = Object.entries(quotaNames).flatMap(([name, header]) => {
    const value = headers.get(header)?.trim() ?? ''
    return /^\d{1,12}$/.test(value) ? [[name, Number(value)] as const] : []
  })
  return Object.fromEntries(given)
}

/** The provider's id of a request, for its support; undefined unless it looks like an id. */
export function requestIdOf(headers: Headers): string | undefined {
  return idNames.map((name) => headers.get(name)?.trim() ?? '').find((id) => /^[\w.:-]{1,200}$/.test(id))
}
