// Sends a file and tells how far it is: fetch cannot say that yet, so this is the older XMLHttpRequest.
import type { Answer, Endpoint, Sent } from '#platform/http/contract.ts'
import { csrfHeader, formOf, type Loose, Offline, pathOf, settle } from './wire.ts'

/** `share` is between 0 and 1. */
export type UploadProgress = (share: number) => void

export function upload<E extends Endpoint>(endpoint: E, input: Sent<E>, progress: UploadProgress, signal?: AbortSignal): Promise<Answer<E>> {
  const { file, body } = input as Loose
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(endpoint.method, pathOf(endpoint, input as Loose))
    for (const [name, value] of Object.entries(csrfHeader())) request.setRequestHeader(name, value)
    request.upload.onprogress = ({ loaded, total }) => progress(total ? loaded / total : 0)
    request.onerror = () => reject(new Offline('offline'))
    request.onabort = () => reject(new DOMException('The upload was stopped', 'AbortError'))
    request.onload = () => {
      try {
        resolve(settle(request.status, request.responseText) as Answer<E>)
      } catch (refusal) {
        reject(refusal)
      }
    }
    signal?.addEventListener('abort', () => request.abort())
    request.send(formOf(file!, body))
  })
}
