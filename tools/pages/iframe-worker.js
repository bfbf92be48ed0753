// A browser starts no worker for a page that was opened as a file: the search runs in a frame there.
if (location.protocol === "file:") {
  window.Worker = class {
    constructor(url) {
      this.waiting = []
      this.frame = document.createElement("iframe")
      this.frame.hidden = true
      this.frame.title = "search"
      document.body.append(this.frame)
      const inside = this.frame.contentWindow
      inside.document.open()
      inside.document.write("<!doctype html><title>search</title>")
      inside.document.close()
      inside.postMessage = data => this.onmessage && this.onmessage({ data })
      inside.importScripts = (...names) => names.reduce((done, name) => done.then(() => this.load(inside, name)), Promise.resolve())
      this.ready = this.load(inside, url)
    }
    load(inside, url) {
      return new Promise((done, failed) => {
        const script = inside.document.createElement("script")
        script.src = new URL(url, location.href)
        script.onload = done
        script.onerror = failed
        inside.document.head.append(script)
      })
    }
    postMessage(data) {
      this.ready.then(() => {
        const inside = this.frame.contentWindow
        if (inside.onmessage) inside.onmessage({ data })
        else inside.dispatchEvent(new inside.MessageEvent("message", { data }))
      }, () => this.onerror && this.onerror(new Event("error")))
    }
    addEventListener(kind, listener) { this["on" + kind] = listener }
    terminate() { this.frame.remove() }
  }
}
