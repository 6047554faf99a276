/** Pages for what is not there and for what went wrong: what is true, what one can do, the request's number to quote. */

import { failures } from '#contract/failure.ts';
import { type Html, html } from './html.ts';

export const notFoundBody: Html = html`<div class="wide reading">
<h1>Không tìm thấy trang này</h1>
<p>${failures.not_found[1]}</p>
<p><a class="button" href="/">Về trang đầu</a></p>
</div>`;

export const failedBody = (sentence: string, requestId: string): Html => html`<div class="wide reading">
<h1>Chưa mở được trang</h1>
<p>${sentence}</p>
${requestId && html`<p class="quiet">Khi gọi cơ quan Thường trực, đọc giúp mã: <b class="code">${requestId}</b></p>`}
<p><a class="button" href="/">Về trang đầu</a></p>
</div>`;
