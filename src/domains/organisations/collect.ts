// Gives back what reading an index left behind: the memory of a server should not stay twice as large for it.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

let gc: (() => void) | undefined

export function collect(): void {
  setFlagsFromString('--expose-gc')
  gc ??= runInNewContext('gc') as () => void
  gc()
}

/** For a command that does one thing in little memory: what is young stays in little room. Its price is a tenth of the speed. */
export function keepSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1')
}
