import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createSecretBox } from '../../../../main/desktop/vault/secret-box.ts'
import { openVaultStore } from '../../../../main/desktop/vault/store.ts'
import { createVault, type Vault } from '../../../../main/settings/vault/vault.ts'
import { acceptanceWords } from '../../../../main/settings/vault/wording.ts'
import { canary, parse } from '../../settings/vault/fakes.ts'
import { type FakeSystem, fakeSafeStorage } from './safe-storage.ts'

vi.hoisted(() => {
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = '/nowhere'
})

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'glyphlens-box-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A vault on real files, as the desktop has it. */
function vaultOn(folder: string, platform: NodeJS.Platform, system: FakeSystem): Vault {
  const box = createSecretBox(fakeSafeStorage(system), platform)
  const { store } = openVaultStore(folder)
  return createVault({ box, store, clock: () => 0, platform, environment: {}, parse })
}

const key = randomBytes(32)

const protecting = ['gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6'] as const

/** System, what it is called, what becomes of a new key, and of one whose storing without protection was agreed to. */
const matrix: readonly (readonly [NodeJS.Platform, string, FakeSystem, object, object])[] = [
  ...protecting.map(
    (backend) =>
      [
        'linux',
        backend,
        { available: true, backend },
        { kind: 'stored', protection: 'keyring' },
        { kind: 'stored', protection: 'keyring' }
      ] as const
  ),
  ...(['basic_text', 'unknown'] as const).map(
    (backend) =>
      [
        'linux',
        backend,
        { available: true, backend, tag: 'v10' },
        { kind: 'session', canAccept: true },
        { kind: 'accepted' }
      ] as const
  ),
  ['linux', 'the portal', { available: true, tag: 'v12' }, { kind: 'stored' }, { kind: 'stored' }],
  [
    'linux',
    'a keyring in name only',
    { available: true, tag: 'v10' },
    { kind: 'session', canAccept: true },
    { kind: 'accepted' }
  ],
  [
    'linux',
    'nothing that encrypts',
    { available: false },
    { kind: 'session', canAccept: false },
    { kind: 'session', canAccept: false }
  ],
  ['linux', 'a system that cannot say', { available: 'rejects' }, { kind: 'session' }, { kind: 'session' }],
  [
    'linux',
    'a keyring that fails',
    { available: true, fault: 'broken' },
    { kind: 'unavailable' },
    { kind: 'unavailable' }
  ],
  [
    'darwin',
    'the keychain',
    { available: true, tag: 'v10' },
    { kind: 'stored', protection: 'keychain' },
    { kind: 'stored' }
  ],
  ['darwin', 'a denied keychain', { available: true, fault: 'denied' }, { kind: 'denied' }, { kind: 'denied' }],
  ['darwin', 'no keychain', { available: false }, { kind: 'denied' }, { kind: 'denied' }],
  ['win32', 'DPAPI', { available: true, tag: 'v10' }, { kind: 'stored', protection: 'dpapi' }, { kind: 'stored' }],
  ['win32', 'no DPAPI', { available: false }, { kind: 'unavailable' }, { kind: 'unavailable' }],
  [
    'win32',
    'a DPAPI that fails',
    { available: true, fault: 'broken' },
    { kind: 'unavailable' },
    { kind: 'unavailable' }
  ]
]

test.each(matrix)(
  '%s with %s: a key is kept as well as it can be',
  async (platform, _name, system, saved, accepted) => {
    const folder = await makeFolder()
    const vault = vaultOn(folder, platform, { ...system, key })
    expect(await vault.save('modelscope', canary)).toMatchObject(saved)
    expect(vault.find({ id: 'modelscope' })?.key).toBe(canary)
    expect(await vault.save('modelscope', canary, { acceptance: acceptanceWords.en })).toMatchObject(accepted)
    const isStored = ['stored', 'accepted'].includes(String(Reflect.get(accepted, 'kind')))
    const next = vaultOn(folder, platform, { ...system, key })
    const outcomes = await next.open()
    expect([...outcomes.values()]).toEqual(isStored ? [{ kind: 'open' }] : [])
    expect(next.find({ id: 'modelscope' })?.key).toBe(isStored ? canary : undefined)
  }
)

const later: readonly (readonly [NodeJS.Platform, string, FakeSystem, FakeSystem, object])[] = [
  ['darwin', 'denied', { available: true, key }, { available: true, fault: 'denied' }, { kind: 'denied' }],
  ['linux', 'asleep', { available: true, key }, { available: true, fault: 'denied' }, { kind: 'unavailable' }],
  ['linux', 'gone', { available: true, key }, { available: false, fault: 'broken' }, { kind: 'unavailable' }],
  [
    'linux',
    'another',
    { available: true, key },
    { available: true, backend: 'kwallet6' },
    { kind: 'changed-backend', from: 'gnome_libsecret', to: 'kwallet6' }
  ],
  ['linux', 'emptied', { available: true, key }, { available: true }, { kind: 'damaged' }],
  ['win32', 'renewed', { available: true, key }, { available: true, former: key }, { kind: 're-encrypted' }],
  [
    'linux',
    'renewed by the built-in password',
    { available: true, key },
    { available: true, former: key, tag: 'v10' },
    { kind: 're-encryption-put-off' }
  ]
]

test.each(later)('%s, %s meanwhile: the stored key stays', async (platform, _name, before, after, outcome) => {
  const folder = await makeFolder()
  await vaultOn(folder, platform, before).save('modelscope', canary)
  const opened = await vaultOn(folder, platform, after).open()
  expect(opened.get('modelscope')).toEqual(outcome)
  const [again] = (
    await vaultOn(folder, platform, { ...before, ...(after.former && { key: randomBytes(32) }) }).open()
  ).keys()
  expect(again).toBe('modelscope')
})

test('what a key became is encrypted anew once, and then opens by itself', async () => {
  const folder = await makeFolder()
  const fresh = randomBytes(32)
  await vaultOn(folder, 'linux', { available: true, key }).save('modelscope', canary)
  const renewed: FakeSystem = { available: true, key: fresh, former: key }
  expect([...(await vaultOn(folder, 'linux', renewed).open()).values()]).toEqual([{ kind: 're-encrypted' }])
  const vault = vaultOn(folder, 'linux', { available: true, key: fresh })
  expect([...(await vault.open()).values()]).toEqual([{ kind: 'open' }])
  expect(vault.find({ id: 'modelscope' })?.key).toBe(canary)
})

test.each(matrix)('%s with %s: no file, list, outcome or error shows the key', async (platform, _name, system) => {
  const folder = await makeFolder()
  const vault = vaultOn(folder, platform, { ...system, key })
  const seen: unknown[] = [
    await vault.save('modelscope', canary),
    await vault.save('modelscope', canary, { acceptance: acceptanceWords.en }),
    await vault.open(),
    vault.list(),
    vault.find({ id: 'modelscope' }),
    await vaultOn(folder, platform, { ...system, key, fault: 'broken' }).open(),
    await vaultOn(folder, platform, { ...system, available: false }).open(),
    await readFile(join(folder, 'vault.json'), 'utf8').catch(() => 'nothing was stored')
  ]
  const text = seen.map((value) => `${inspect(value, { depth: 9, showHidden: true })} ${JSON.stringify(value)}`).join()
  expect(text).not.toContain(canary)
  expect(text).not.toContain(Buffer.from(canary).toString('base64').slice(0, -4))
})
