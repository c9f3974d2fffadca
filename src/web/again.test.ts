// A page that was asked for just before a deed was done does not go on showing what stood there before it.
import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { askAgain } from './again.ts'

test('an answer that was on its way during the deed is asked again', async () => {
  const questions = new QueryClient()
  let stands = 'waits'
  const answers: (() => void)[] = []
  const plan = { queryKey: ['/plans/:id', 1], queryFn: () => { const seen = stands; return new Promise<string>((done) => answers.push(() => done(seen))) }, staleTime: 30_000 }
  // The router asks before the page is there.
  const loading = questions.ensureQueryData(plan)
  stands = 'approved'
  await askAgain(questions, ([path]) => String(path).startsWith('/plans'))
  answers[0]!()
  expect(await loading).toBe('waits')
  const seen: string[] = []
  const leave = new QueryObserver(questions, plan).subscribe(({ data }) => { if (data) seen.push(data) })
  await expect.poll(() => answers.length).toBe(2)
  answers[1]!()
  await expect.poll(() => seen.at(-1)).toBe('approved')
  leave()
})
