/** What the pages under test put on their window: declared beside each page, made known to tests here. */
import type {} from '../../src/delivery/page/excelInPage';
import type {} from '../../src/demo/page/demo';
