// The memory of what was asked. Answers stay for half a minute; a refusal is not asked again, a broken line is.
import { QueryClient } from '@tanstack/react-query'
import { Refusal } from './client.ts'

export const makeQuestions = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        gcTime: 10 * 60_000,
        retry: (failures, error) => !(error instanceof Refusal) && failures < 2,
      },
      mutations: { networkMode: 'always' },
    },
  })
