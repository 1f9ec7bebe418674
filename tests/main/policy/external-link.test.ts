import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decideExternalLink, externalHosts } from '../../../main/policy/external-link.ts'
import { decideWindowOpen } from '../../../main/policy/window-open.ts'
import { presets } from '../../../main/vision/presets.ts'

const hosts = externalHosts(presets)
const keyPages = presets.flatMap(({ key }) => ('page' in key && key.page !== undefined ? [key.page] : []))

const refused = [
  ['javascript:alert(1)', 'not-https'],
  ['data:text/html,x', 'not-https'],
  ['file:///etc/passwd', 'not-https'],
  ['file://server/share/x.exe', 'not-https'],
  ['smb://server/share', 'not-https'],
  ['ms-msdt:/id', 'not-https'],
  ['vbscript:x', 'not-https'],
  ['mailto:a@modelscope.cn', 'not-https'],
  ['ftp://modelscope.cn/', 'not-https'],
  ['http://modelscope.cn/my/myaccesstoken', 'not-https'],
  ['app://glyphlens/index.html', 'not-https'],
  ['\\\\server\\share\\x.exe', 'not-an-address'],
  ['//modelscope.cn/', 'not-an-address'],
  ['modelscope.cn', 'not-an-address'],
  ['', 'not-an-address'],
  ['https://', 'not-an-address'],
  ['https://modelscope.cn\\@evil.example/', 'not-an-address'],
  ['https://modelscope.cn@evil.example/', 'not-an-address'],
  ['https://modelscope.cn:443@evil.example/', 'not-an-address'],
  ['https://user:secret@modelscope.cn/', 'not-an-address'],
  [' https://modelscope.cn/', 'not-an-address'],
  ['https://modelscope.cn/\0', 'not-an-address'],
  ['https://modelscope.cn/\r\nx', 'not-an-address'],
  ['https://m\u043edelscope.cn/', 'not-an-address'],
  ['https://xn--mdelscope-dgi.cn/', 'unknown-host'],
  ['https://modelscope.cn./', 'unknown-host'],
  ['https://modelscope.cn:8443/', 'unknown-host'],
  ['https://modelscope.cn.evil.example/', 'unknown-host'],
  ['https://evil-modelscope.cn/', 'unknown-host'],
  ['https://www.modelscope.cn/', 'unknown-host'],
  ['https://modelscope.com/', 'unknown-host'],
  ['https://evil.example/https://modelscope.cn/', 'unknown-host'],
  ['https://evil.example?modelscope.cn', 'unknown-host'],
  ['https://evil.example#@modelscope.cn', 'unknown-host'],
  ['https://127.0.0.1/', 'unknown-host'],
  ['https://0x7f.1/', 'unknown-host'],
  ['https://2130706433/', 'unknown-host'],
  ['https://[::1]/', 'unknown-host'],
  ['https://[::ffff:7f00:1]/', 'unknown-host'],
  ['https://localhost/', 'unknown-host']
] as const

describe('external links', () => {
  test('the pages for keys are known', () => {
    expect(keyPages.length).toBeGreaterThan(3)
  })

  test.each(keyPages)('%s is opened', (url) => {
    expect(decideExternalLink(url, hosts)).toEqual({ decision: 'allow', url })
    expect(decideWindowOpen(url, hosts)).toEqual({ action: 'deny', external: url })
  })

  test.each([
    ['HTTPS://MODELSCOPE.CN:443/a/../b', 'https://modelscope.cn/b'],
    ['https:modelscope.cn/x', 'https://modelscope.cn/x'],
    ['https://modelscope%2ecn/', 'https://modelscope.cn/']
  ])('%s is opened in its normal form', (url, normal) => {
    expect(decideExternalLink(url, hosts)).toEqual({ decision: 'allow', url: normal })
  })

  test.each(refused)('%j is not: %s', (url, why) => {
    expect(decideExternalLink(url, hosts)).toEqual({ decision: 'deny', why })
    expect(decideWindowOpen(url, hosts)).toEqual({ action: 'deny', external: undefined })
  })

  test('whatever is opened begins with https and a host of the list', () => {
    const near = fc
      .tuple(
        fc.constantFrom('https://', 'https:\\\\', 'http://', '//'),
        fc.string(),
        fc.constantFrom(...hosts),
        fc.string()
      )
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.oneof(near, fc.webUrl(), fc.string()), (url) => {
        const link = decideExternalLink(url, hosts)
        if (link.decision === 'deny') return
        expect([...hosts].some((host) => link.url.startsWith(`https://${host}/`))).toBe(true)
      }),
      { numRuns: 1000 }
    )
  })
})
