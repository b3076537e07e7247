import type { Browser, Page } from 'playwright-core';
import { Api } from '../../scripts/screens/api';
import { openBrowser, openPage, signIn } from './browser';
import { Product } from './product';

/** The product as `npm start` runs it, its demo manager signed in to the dashboard, and the API as the same person. */
export interface Dashboard {
  product: Product;
  browser: Browser;
  page: Page;
  /** What was thrown or refused on the page. */
  problems: string[];
  api: Api;
  close(): Promise<void>;
}

export async function openDashboard(): Promise<Dashboard> {
  const product = await Product.create();
  try {
    const [browser] = await Promise.all([openBrowser(), product.start()]);
    const { page, problems } = await openPage(browser);
    const api = new Api(product.url);
    await api.signIn();
    await signIn(page, product.url);
    const close = async () => {
      await browser.close();
      await product.remove();
    };
    return { product, browser, page, problems, api, close };
  } catch (error) {
    await product.remove();
    throw error;
  }
}
