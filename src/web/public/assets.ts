// The addresses of the built style sheets, from the client's manifest; read once when the server first needs them.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

type Manifest = Record<string, { file: string }>

const source = { page: 'public/public.css', han: 'public/han.css' }
let known: Record<keyof typeof source, string> | undefined

export const sheets = (): Record<keyof typeof source, string> => (known ??= read())

// Built, this file lies in dist/public beside dist/client; under test there is no build, and the names alone do.
function read(): Record<keyof typeof source, string> {
  const manifest = readManifest()
  const address = (key: keyof typeof source) => `/${manifest[source[key]]?.file ?? source[key]}`
  return { page: address('page'), han: address('han') }
}

function readManifest(): Manifest {
  try {
    return JSON.parse(readFileSync(join(import.meta.dirname, '../client/.vite/manifest.json'), 'utf8')) as Manifest
  } catch {
    return {}
  }
}
