// Fetches the files of a page: its code, and the words it says. When one does not come there is no line, or a new version was installed and the old file is gone.
import { Offline } from './client.ts'

/** `ahead`: someone may be about to go there, and nothing is said when it fails. */
export async function fetchPart<T>(part: () => Promise<T>, { ahead }: { ahead: boolean }): Promise<T> {
  try {
    return await part()
  } catch (cause) {
    if (!navigator.onLine) throw new Offline('offline', { cause })
    if (ahead || !isFirst(String(cause))) throw cause
    location.reload()
    return new Promise(() => {})
  }
}

/** The site is begun anew once for each file, and not again and again. */
function isFirst(failure: string): boolean {
  const key = `pamir-begun-anew ${failure}`
  if (sessionStorage.getItem(key)) return false
  sessionStorage.setItem(key, 'yes')
  return true
}
