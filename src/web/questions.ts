// The memory of what was asked. Answers stay for half a minute; a refusal is not asked again, a broken line is.
import { QueryCache, QueryClient } from '@tanstack/react-query'
import { Refusal } from './client.ts'
import { forgetAnswers } from './offline/answers.ts'
import { type Me, meQuestion } from './viewer.ts'

/** `onSignedOut` is called when the server no longer knows who asks: the session has ended elsewhere, or by time. */
export function makeQuestions(onSignedOut: () => void): QueryClient {
  const questions: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (!(error instanceof Refusal) || error.status !== 401) return
        questions.setQueryData<Me>(meQuestion.queryKey, (me) => me && { ...me, viewer: null })
        void forgetAnswers()
        onSignedOut()
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        gcTime: 10 * 60_000,
        // Without a line a question is asked all the same: some answers are kept on the device.
        networkMode: 'always',
        refetchOnReconnect: true,
        retry: (failures, error) => !(error instanceof Refusal) && navigator.onLine && failures < 2,
      },
      mutations: { networkMode: 'always' },
    },
  })
  return questions
}
