import type { Check } from './check.ts'

/** Systems for which onnxruntime-node 1.30 and sharp have binaries. Linux means glibc. */
const supportedSystems = ['linux-x64', 'linux-arm64', 'darwin-arm64', 'win32-x64', 'win32-arm64']

/** The first Node that runs TypeScript without a flag. */
const oldestNode = [22, 18] as const

/** The Node that runs this. */
export function nodeCheck(version: string): Check {
  return {
    name: 'Node',
    look() {
      const [major = 0, minor = 0] = version.split('.').map(Number)
      if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return { detail: version }
      return {
        state: 'wrong',
        detail: `${version} is too old`,
        advice: `Install Node ${oldestNode.join('.')} or later. On Linux x64 "npm ci" brings one, unless told to omit optional packages.`
      }
    }
  }
}

/** Whether the models run on this kind of machine at all. */
export function systemCheck(platform: NodeJS.Platform, processor: string): Check {
  return {
    name: 'System',
    look() {
      const system = `${platform}-${processor}`
      if (supportedSystems.includes(system)) return { detail: system }
      return {
        state: 'wrong',
        detail: `There is no model runtime for ${system}`,
        advice: `Use one of ${supportedSystems.join(', ')}.`
      }
    }
  }
}
