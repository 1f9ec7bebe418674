import type { ProviderView } from '../../../preload/contract/settings.ts'
import { asFailure, type FailureCode } from '../../failure.ts'
import type { Vision } from '../../vision/vision.ts'
import { problemOf } from '../problem.ts'
import type { Draft } from './draft.ts'

export interface NetworkPorts {
  /** The preferred provider. */
  readonly provider: ProviderView
  /** Whether it could be asked at all; nobody else is contacted. */
  readonly canAsk: boolean
  /** The system's proxy for an address, in words such as `DIRECT` or `PROXY proxy.example:8080`. */
  readonly resolveProxy: (url: string) => Promise<string>
  readonly vision: Pick<Vision, 'models'>
}

/** Milliseconds that an answer may take. */
const patience = 8000

/**
 * The way to the preferred provider, tried by asking for its list of models, which costs nothing and sends no picture. Asked only
 * when the provider could be asked something else, so that who reads on this machine alone contacts nobody.
 */
export async function lookAtNetwork({ provider, canAsk, resolveProxy, vision }: NetworkPorts): Promise<Draft[]> {
  const url = URL.parse(provider.baseUrl)
  if (url === null)
    return [{ name: host, value: { en: 'no address is set', 'zh-CN': '未设置地址' }, state: 'doubtful' }]
  const isUsual = provider.baseUrl === provider.defaultBaseUrl
  const reported = isUsual ? `${provider.id}, its own address` : `${provider.id}, another address`
  const known: Draft[] = [
    { name: host, value: url.host, state: 'plain', reported },
    await lookAtProxy(url.href, resolveProxy)
  ]
  return [...known, canAsk ? await reach(vision, provider.id) : notAsked]
}

const host = { en: 'Provider', 'zh-CN': '服务商' }
const way = { en: 'Way there', 'zh-CN': '连接' }

const notAsked: Draft = {
  name: way,
  value: { en: 'not tried: no key is set', 'zh-CN': '未尝试：未设置密钥' },
  state: 'plain'
}

async function lookAtProxy(url: string, resolveProxy: NetworkPorts['resolveProxy']): Promise<Draft> {
  const name = { en: 'Proxy', 'zh-CN': '代理' }
  const proxy = (await resolveProxy(url)).trim()
  if (proxy === '' || proxy === 'DIRECT') return { name, value: { en: 'none', 'zh-CN': '无' }, state: 'plain' }
  // Its name tells who somebody works for.
  return { name, value: withoutSecrets(proxy), state: 'plain', reported: proxy.split(/[\s;]/)[0] ?? '' }
}

function withoutSecrets(proxy: string): string {
  return proxy.replaceAll(/\S+@/g, '')
}

async function reach(vision: Pick<Vision, 'models'>, provider: string): Promise<Draft> {
  const start = performance.now()
  try {
    await vision.models({ provider }, { signal: AbortSignal.timeout(patience) })
    const milliseconds = Math.round(performance.now() - start)
    const value = { en: `open, ${milliseconds} ms`, 'zh-CN': `畅通，${milliseconds} 毫秒` }
    return { name: way, value, state: 'good' }
  } catch (thrown) {
    const problem = problemOf(asFailure(thrown))
    const { code } = problem
    if (code === 'cancelled') return { name: way, value: silent, state: 'bad' }
    const isClosed = closedBy.includes(code)
    return {
      name: way,
      value: isClosed ? closed : open,
      state: isClosed ? 'bad' : 'doubtful',
      advice: problem,
      reported: code
    }
  }
}

const open = { en: 'open', 'zh-CN': '畅通' }
const closed = { en: 'closed', 'zh-CN': '不通' }
const silent = { en: `no answer within ${patience / 1000} seconds`, 'zh-CN': `${patience / 1000} 秒内没有回应` }

/** What stood between here and the provider; in all other cases something has answered. */
const closedBy: readonly FailureCode[] = [
  'vision-network',
  'vision-dns',
  'vision-tls',
  'vision-proxy',
  'vision-timeout',
  'vision-redirect',
  'vision-address',
  'vision-key-missing'
]
