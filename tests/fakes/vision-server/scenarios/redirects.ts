import { once, type Scenario } from './scenario.ts'

/** Nobody may follow: the second request would carry the picture to a stranger. */
export const redirectScenarios: readonly Scenario[] = [301, 302, 307, 308].map((status) => ({
  id: `redirect-${status}`,
  summary: `${status} to the other host, or with \`;to=same\` to the same`,
  calls: once,
  chat: async ({ wire, headers, parameters, origins }) => {
    const origin = parameters.get('to') === 'same' ? origins.same : origins.other
    await wire.whole(status, { ...headers, location: `${origin}/redirected/v1/chat/completions` }, '')
  }
}))
