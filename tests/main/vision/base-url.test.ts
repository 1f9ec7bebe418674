import { describe, expect, it } from 'vitest'
import { parseBaseUrl } from '../../../main/vision/base-url.ts'
import { presets } from '../../../main/vision/presets.ts'

describe('parseBaseUrl', () => {
  it.each([
    ['https://api.siliconflow.cn/v1', 'https://api.siliconflow.cn/v1'],
    ['  https://api.siliconflow.cn/v1\n', 'https://api.siliconflow.cn/v1'],
    ['\u200bhttps://api.siliconflow.cn/v1\ufeff', 'https://api.siliconflow.cn/v1'],
    ['https://api.siliconflow.cn/v1/', 'https://api.siliconflow.cn/v1'],
    ['https://api.siliconflow.cn/v1///', 'https://api.siliconflow.cn/v1'],
    ['https://api.siliconflow.cn//v1', 'https://api.siliconflow.cn/v1'],
    ['https://api.siliconflow.cn/v1/chat/completions', 'https://api.siliconflow.cn/v1'],
    ['https://api.siliconflow.cn/v1/chat/completions/', 'https://api.siliconflow.cn/v1'],
    ['HTTPS://API.SiliconFlow.CN/v1', 'https://api.siliconflow.cn/v1'],
    ['https://dashscope.aliyuncs.com/compatible-mode/v1', 'https://dashscope.aliyuncs.com/compatible-mode/v1'],
    ['https://openrouter.ai/api/v1/', 'https://openrouter.ai/api/v1'],
    ['http://localhost:11434/v1', 'http://localhost:11434/v1'],
    ['http://127.0.0.1:8000/v1', 'http://127.0.0.1:8000/v1'],
    ['http://[::1]:8080/v1', 'http://[::1]:8080/v1'],
    ['https://models.example/chat/v1', 'https://models.example/chat/v1'],
    ['https://models.example/chat', 'https://models.example/chat']
  ])('reads %j without a word', (text, baseUrl) => {
    expect(parseBaseUrl(text)).toEqual({ baseUrl, notices: [] })
  })

  it.each([
    ['https://models.example/v1?key=secret', 'https://models.example/v1', /left out/],
    ['https://models.example/v1#secret', 'https://models.example/v1', /left out/],
    ['http://192.168.0.7:8000/v1', 'http://192.168.0.7:8000/v1', /unencrypted/],
    ['http://models.example/v1', 'http://models.example/v1', /unencrypted/],
    ['http://localhost.example/v1', 'http://localhost.example/v1', /unencrypted/],
    ['http://127.0.0.1.example/v1', 'http://127.0.0.1.example/v1', /unencrypted/],
    ['https://models.example', 'https://models.example', /want \/v1/],
    ['http://localhost:1234/', 'http://localhost:1234', /usually http:\/\/localhost:1234\/v1\./],
    ['https://dashscope.aliyuncs.com', 'https://dashscope.aliyuncs.com', /usually .*\/compatible-mode\/v1\./],
    ['https://openrouter.ai/v1', 'https://openrouter.ai/v1', /usually https:\/\/openrouter\.ai\/api\/v1\./]
  ])('reads %j with a notice', (text, baseUrl, notice) => {
    const parsed = parseBaseUrl(text)
    expect(parsed.baseUrl).toBe(baseUrl)
    expect(parsed.notices).toHaveLength(1)
    expect(parsed.notices[0]?.message).toMatch(notice)
    expect(JSON.stringify(parsed.notices)).not.toContain('secret')
  })

  it.each([
    [''],
    [' \u200b '],
    ['secret.example/v1'],
    ['localhost:11434'],
    ['ftp://secret.example/v1'],
    ['file:///etc/secret'],
    ['javascript:alert("secret")'],
    ['https://'],
    ['https:///v1'],
    ['https:secret.example'],
    ['https://secret.example:99999/v1'],
    ['https://secret.exa mple/v1'],
    ['https://secret.example/v1\nhttps://other.example/v1'],
    ['https:\\\\secret.example\\v1'],
    ['https://name:secret@models.example/v1'],
    ['https://secret@models.example/v1'],
    [`https://secret.example/${'a'.repeat(2000)}`]
  ])('refuses %j without repeating it', (text) => {
    let thrown: unknown
    try {
      parseBaseUrl(text)
    } catch (failure) {
      thrown = failure
    }
    expect(thrown).toMatchObject({ name: 'Failure', code: 'vision-address', advice: expect.any(String) })
    expect(String(thrown) + JSON.stringify(thrown)).not.toContain('secret')
  })

  it.each(presets.filter(({ baseUrl }) => baseUrl !== ''))('takes the address of $id as it is', ({ baseUrl }) => {
    expect(parseBaseUrl(baseUrl)).toEqual({ baseUrl, notices: [] })
  })
})
