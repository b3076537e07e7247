import { useMutation } from '@tanstack/react-query';
import { useErrorToast } from '../../components/use-error-toast';
import { signOut } from '../../lib/session/sign-out';

export function useSignOut() {
  return useMutation({ mutationFn: signOut, onError: useErrorToast() });
}
