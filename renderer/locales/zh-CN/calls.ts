import type { Sentences } from '../sentences.ts'

type CallName = Extract<keyof Sentences, `call.${string}`>

const again = '请重新提问。'
const later = '请稍后重试，或换用更快的模型。'
const smaller = '请只提问图片的较小部分。'
const notCompatible = '请重试；如仍出现，该服务可能不兼容 OpenAI 接口。'
const clock = '本机日期或时间有误也会如此，请检查系统时间。'
const ownAuthority = '自建服务需要将其证书添加到本机。'
const intercept = '杀毒软件或会检查连接的代理也可能导致此问题。'

/** The provider's own words, quoted in its own language. */
function saying(quote: string): string {
  return quote === '' ? '' : `服务商称：“${quote}”。`
}

function named(model: string): string {
  return model === '' ? '该模型' : `模型“${model}”`
}

function at(page: string): string {
  return page === '' ? '' : `（${page}）`
}

/** What a provider, or the way to it, has done to a call, in Simplified Chinese. */
export const calls: Pick<Sentences, CallName> = {
  'call.firstByte': ({ provider, seconds }) => [`${provider} 在 ${seconds} 秒内没有开始回答。`, later],
  'call.idle': ({ provider, seconds }) => [`${provider} 在回答途中有 ${seconds} 秒没有响应。`, again],
  'call.total': ({ provider, seconds }) => [
    `${provider} 的回答在 ${seconds} 秒后仍未完成。`,
    '请减少提问内容，或换用更快的模型。'
  ],
  'call.empty': ({ provider, model }) => [
    `${provider} 的${named(model)}给出了空回答。`,
    '请稍后重新提问；如仍出现，请选择其他模型。'
  ],
  'call.thoughtOnly': ({ model }) => [
    `${named(model)}把全部 token 用于思考，没有给出回答。`,
    '请提高回答长度上限，或选择不先思考的模型（“Instruct”）。'
  ],
  'call.cutOff': ({ provider }) => [`${provider} 的回答中途断开。`, again],
  'call.tooLong': ({ provider }) => [`${provider} 发来的内容过多，已中止。`, notCompatible],
  'call.protocol': ({ provider }) => [`${provider} 的应答无法解析。`, notCompatible],
  'call.auth': ({ provider, quote, page }) => [
    `${provider} 不接受该密钥。${saying(quote)}`,
    `请检查密钥，或重新创建${at(page)}。`
  ],
  'call.authOtherSite': ({ provider, quote, page }) => [
    `${provider} 不接受该密钥。${saying(quote)}`,
    `请检查密钥，或重新创建${at(page)}。modelscope.cn 与 modelscope.ai 的密钥不能通用。`
  ],
  'call.accountLink': ({ provider, page }) => [
    `${provider} 要求先将账号绑定阿里云账号。`,
    `请登录${at(page)}并在账号设置中完成绑定，然后用同一密钥重试。`
  ],
  'call.realName': ({ provider }) => [
    `${provider} 要求先完成实名认证。`,
    '请登录并完成实名认证，或选择其他模型或服务商。'
  ],
  'call.permission': ({ provider, model, quote, page }) => [
    `该密钥无权使用 ${provider} 的${named(model)}。${saying(quote)}`,
    `请在服务商页面${at(page)}开通该模型，或选择其他模型。`
  ],
  'call.balance': ({ provider, quote }) => [`${provider} 账户余额不足。${saying(quote)}`, '请充值，或选择其他服务商。'],
  'call.quotaDay': ({ provider, model, zone }) => [
    `今日 ${provider} 的${named(model)}调用次数已用完。`,
    zone === '' ? '请在额度更新后重试，或选择其他模型。' : `请在零点（${zone}）额度更新后重试，或选择其他模型。`
  ],
  'call.rate': ({ provider, quote }) => [`${provider} 目前请求过多。${saying(quote)}`, '请等待一分钟后重试。'],
  'call.ratePlan': ({ provider, quote }) => [
    `${provider} 表示已达到账户限制。${saying(quote)}`,
    '请等待一两分钟；如仍出现，说明账户额度已用完，请在服务商页面查看或明日再试。'
  ],
  'call.modelGone': ({ provider, model }) => [`${provider} 不提供${named(model)}。`, '请从模型列表中选择其他模型。'],
  'call.noSight': ({ provider, model }) => [
    `${provider} 的${named(model)}不支持图片。`,
    '请选择视觉模型，例如名称含“VL”的模型；本地服务可能需要加载视觉组件。'
  ],
  'call.picturePixels': ({ provider }) => [`图片像素超过 ${provider} 的上限。`, smaller],
  'call.pictureBytes': ({ provider }) => [`图片大小超过 ${provider} 的上限。`, smaller],
  'call.pictureFormat': ({ provider, quote }) => [
    `${provider} 无法解码该图片。${saying(quote)}`,
    '请另存为 PNG 或 JPEG 后重试，或选择其他模型。'
  ],
  'call.pictureShape': ({ provider, quote }) => [
    `图片过窄或过小，${provider} 不接受。${saying(quote)}`,
    '请选取更大或比例更适中的部分。'
  ],
  'call.pictureAddress': ({ provider }) => [`${provider} 无法从网址下载图片。`, '请发送图片本身，而不是网址。'],
  'call.pictureLost': ({ provider }) => [
    `${provider} 未能载入随请求发送的图片。`,
    '请稍后重试；如仍出现，请只提问图片的较小部分，或选择其他服务商。'
  ],
  'call.contentBlocked': ({ provider }) => [
    `${provider} 因内容原因拒绝了该图片或问题。`,
    '请换一种问法、选取图片的其他部分，或在本机识别文字。'
  ],
  'call.context': ({ provider, model, quote }) => [
    `图片、问题和回答的总长度超出 ${provider} 的${named(model)}上限。${saying(quote)}`,
    '请只提问图片的较小部分、降低回答长度上限，或为本地模型设置更长的上下文。'
  ],
  'call.refused': ({ provider, quote }) => [
    `${provider} 拒绝了请求。${saying(quote)}`,
    '请检查模型、地址和设置；相同的请求仍会被拒绝。'
  ],
  'call.upstream': ({ provider, quote }) => [
    `${provider} 自身出现故障。${saying(quote)}`,
    '请稍后重试，或选择其他模型。'
  ],
  'call.loading': ({ provider, model }) => [`${provider} 仍在加载${named(model)}。`, '请在加载完成后重试。'],
  'call.gatewayTimeout': ({ provider }) => [
    `${provider} 后端的模型响应超时。`,
    `${smaller}也可稍后重试，或换用更快的模型。`
  ],
  'call.upstreamTimeout': ({ provider }) => [`${provider} 处理超时。`, `${smaller}也可稍后重试，或换用更快的模型。`],
  'call.notAnApi': ({ host }) => [
    `${host} 返回的是网页，不是视觉接口。`,
    '请检查服务地址。网络的登录页面或代理也会这样应答，可在浏览器中打开网页确认。'
  ],
  'call.noEndpoint': ({ host }) => [`${host} 的这个地址没有视觉接口。`, '请检查服务地址：多数以 /v1 结尾。'],
  'call.plainOnTls': ({ host }) => [`${host} 要求加密连接。`, '服务地址请以 https:// 开头。'],
  'call.proxyAuth': () => [
    '网络代理要求用户名和密码。',
    '请在代理地址中填写（http://name:password@host:port），或联系网络管理员。'
  ],
  'call.redirect': ({ host, target }) => [
    target === '' ? `${host} 跳转到了其他地址，未跟随跳转。` : `${host} 跳转到 ${target}，未跟随跳转。`,
    '如果信任最终地址，请将其填为服务地址：密钥和图片会发送到那里。'
  ],
  'call.proxy': ({ host }) => [`网络代理未能连接 ${host}。`, '请检查本机的代理设置，或联系网络管理员。'],
  'call.dns': ({ host }) => [`找不到主机 ${host}。`, '请检查网络和服务地址的拼写。'],
  'call.certificateDate': ({ host }) => [`${host} 的证书已过期或尚未生效。`, `${clock}否则需要服务管理者更新证书。`],
  'call.certificateName': ({ host }) => [`${host} 出示的证书属于其他名称。`, `请检查服务地址的拼写。${intercept}`],
  'call.certificateChain': ({ host }) => [
    `${host} 的证书链不完整或不受本机信任。`,
    `服务管理者可以补全证书链。${ownAuthority}${intercept}`
  ],
  'call.certificateAuthority': ({ host }) => [`${host} 的证书不受本机信任。`, `${ownAuthority}${intercept}`],
  'call.notEncrypted': ({ host }) => [
    `${host} 的该端口不使用加密连接。`,
    '请检查端口；本机服务多使用 http://。解除加密的代理也会导致此问题。'
  ],
  'call.tls': ({ host }) => [`未能与 ${host} 建立安全连接。`, `${clock}${intercept}`],
  'call.notHttp': ({ host }) => [`${host} 返回的不是 HTTP。`, '请检查服务地址的端口，以及是否应使用 https://。'],
  'call.connectionRefused': ({ host }) => [`${host} 没有服务在运行。`, '请确认服务已启动，并检查服务地址的端口。'],
  'call.noWay': ({ host }) => [`目前无法到达 ${host}。`, '请检查本机网络。'],
  'call.connectTimeout': ({ host }) => [`${host} 未接受连接。`, '请检查网络和服务地址；中间可能有防火墙。'],
  'call.silence': ({ host }) => [`与 ${host} 的连接没有响应。`, '请重试；如仍出现，请换用更快的模型或检查网络。'],
  'call.brokenOff': ({ host, plain }) => [
    `与 ${host} 的连接中断。`,
    plain === '' ? '请检查网络后重试。' : '请检查网络后重试；如仍出现，该端口可能需要 https://。'
  ]
}
