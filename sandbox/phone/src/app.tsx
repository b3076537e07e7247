import { useLiveUpdates } from './api/use-live-updates';
import { AppBar } from './app-bar';
import { BackstageScreen } from './backstage/backstage-screen';
import { BusinessScreen } from './business/business-screen';
import { CustomerScreen } from './customer/customer-screen';
import { ModeTabs } from './mode-tabs';
import { strings } from './strings';
import { useRoute } from './use-route';

const screens = {
  customer: CustomerScreen,
  business: BusinessScreen,
  backstage: BackstageScreen,
};

export function App() {
  const isLive = useLiveUpdates();
  const route = useRoute();
  const Screen = screens[route.mode];
  const isInChat = route.chat !== undefined;
  return (
    <div className="flex h-dvh flex-col">
      <AppBar mode={route.mode} />
      {!isLive && (
        <p role="alert" className="bg-danger-solid px-4 py-1.5 text-center text-[13px] text-white">
          {strings.offline}
        </p>
      )}
      <Screen />
      {!isInChat && (
        <nav
          aria-label={strings.modesLabel}
          className="border-t border-divider bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
        >
          <ModeTabs mode={route.mode} isShort />
        </nav>
      )}
    </div>
  );
}
