// The browser's side of passkeys.
import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser'
import { useMutation } from '@tanstack/react-query'
import { call } from '#web/client.ts'
import { Refusal } from '#web/wire.ts'
import { peopleApi } from '../../api.ts'

export const knowsPasskeys = (): boolean => browserSupportsWebAuthn()

/** Asks the browser for a key it has for this address, and signs in with it. */
export const usePasskey = (then: () => Promise<void>) => useMutation<void, Error>({
  mutationFn: async () => {
    const question = await call(peopleApi.askPasskey, {})
    const response = await startAuthentication({ optionsJSON: question as never }).catch(refused)
    await call(peopleApi.signInWithPasskey, { body: { response: response as never } })
    await then()
  },
})

/** Lets the browser make a key: the answer goes along with what is sent next. */
export async function makePasskey(question: unknown): Promise<{ name: string; response: never }> {
  const response = await startRegistration({ optionsJSON: question as never }).catch(refused)
  return { name: deviceName(), response: response as never }
}

/** The person turned away, or the browser could not: told as a refusal, so that the page says what to do next. */
function refused(): never {
  throw new Refusal(403, { error: 'people.passkey-refused' })
}

const deviceName = (): string => (navigator as { userAgentData?: { platform?: string } }).userAgentData?.platform || navigator.platform || 'passkey'
