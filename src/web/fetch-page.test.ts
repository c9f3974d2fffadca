// A page whose code or words do not come: without a line that is said, with one the site begins anew, once.
import { afterEach, expect, test, vi } from 'vitest'
import { Offline } from './client.ts'
import { fetchPart } from './fetch-page.ts'

afterEach(() => { vi.unstubAllGlobals() })
const broken = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module: /words.js'))
const browser = (onLine: boolean) => {
  const [kept, reload] = [new Map<string, string>(), vi.fn()]
  vi.stubGlobal('navigator', { onLine })
  vi.stubGlobal('location', { reload })
  vi.stubGlobal('sessionStorage', { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => kept.set(key, value) })
  return reload
}

test('without a line it is the line that is missing, whatever did not come', async () => {
  browser(false)
  await expect(fetchPart(broken, { ahead: false })).rejects.toBeInstanceOf(Offline)
})

test('with a line the site begins anew once, and then says what is wrong', async () => {
  const reload = browser(true)
  void fetchPart(broken, { ahead: false })
  await expect.poll(() => reload.mock.calls.length).toBe(1)
  await expect(fetchPart(broken, { ahead: false })).rejects.toBeInstanceOf(TypeError)
  await expect(fetchPart(broken, { ahead: true })).rejects.toBeInstanceOf(TypeError)
  expect(reload).toHaveBeenCalledTimes(1)
})
