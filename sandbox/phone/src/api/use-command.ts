import { useMutation } from '@tanstack/react-query';
import { strings } from '../strings';
import { useNotice } from '../components/use-notice';

/** A call that changes something; what goes wrong is said at the foot of the page. */
export function useCommand<Input = void, Answer = unknown>(work: (input: Input) => Promise<Answer>) {
  const notice = useNotice();
  return useMutation({
    mutationFn: work,
    onError: (error) => notice(strings.failed(error.message)),
  });
}
