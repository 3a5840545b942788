Option Explicit

' Somebody of a unit at LibreOffice. Each order is a line; its parts stand apart by tabs.
Private book As Object
Private sheet As Object
Private bell As Object

Sub Work(orders As String, told As String)
  Dim stream As Object, line As String
  On Error Goto Failed
  stream = Reader(orders)
  Do While Not stream.isEOF()
    line = stream.readLine()
    If line <> "" Then Perform(Split(line, Chr(9)))
  Loop
  stream.closeInput()
  Tell(told, "done")
  StarDesktop.terminate()
  Exit Sub
Failed:
  Tell(told, line & ": " & Error & " (" & Erl & ")")
  StarDesktop.terminate()
End Sub

Private Sub Perform(parts)
  Select Case parts(0)
    Case "open": OpenBook(parts(1))
    Case "close": book.close(True)
    Case "type": TypeInto(parts(1), parts(2))
    Case "paste": sheet.getCellRangeByName(parts(1)).setString(parts(2))
    Case "formula": sheet.getCellRangeByName(parts(1)).setFormula(parts(2))
    Case "insert": sheet.Rows.insertByIndex(CLng(parts(1)) - 1, 1)
    Case "delete": sheet.Rows.removeByIndex(CLng(parts(1)) - 1, 1)
    Case "copy": CopyRow(CLng(parts(1)), CLng(parts(2)))
    Case "sort": SortRange(parts(1), CLng(parts(2)), parts(3) = "up")
    Case "hide": sheet.Rows.getByIndex(CLng(parts(1)) - 1).IsVisible = False
    Case "save": SaveBook(parts)
    Case Else: Error 5
  End Select
End Sub

Private Function Reader(url As String) As Object
  Dim files As Object, stream As Object
  files = CreateUnoService("com.sun.star.ucb.SimpleFileAccess")
  stream = CreateUnoService("com.sun.star.io.TextInputStream")
  stream.setInputStream(files.openFileRead(url))
  stream.setEncoding("UTF-8")
  Reader = stream
End Function

Private Sub Tell(url As String, text As String)
  Dim files As Object, stream As Object
  files = CreateUnoService("com.sun.star.ucb.SimpleFileAccess")
  stream = CreateUnoService("com.sun.star.io.TextOutputStream")
  stream.setOutputStream(files.openFileWrite(url))
  stream.setEncoding("UTF-8")
  stream.writeString(text)
  stream.closeOutput()
End Sub

Private Function Named(name As String, value) As Object
  Dim property As New com.sun.star.beans.PropertyValue
  property.Name = name
  property.Value = value
  Named = property
End Function

Private Sub OpenBook(url As String)
  book = StarDesktop.loadComponentFromURL(url, "_blank", 0, Array())
  sheet = book.Sheets.getByIndex(0)
  bell = CreateUnoService("com.sun.star.frame.DispatchHelper")
End Sub

' Key by key, as it were: the program makes of the text what it makes of typed text.
Private Sub TypeInto(cell As String, text As String)
  Dim frame As Object
  frame = book.CurrentController.Frame
  bell.executeDispatch(frame, ".uno:GoToCell", "", 0, Array(Named("ToPoint", cell)))
  bell.executeDispatch(frame, ".uno:EnterString", "", 0, Array(Named("StringName", text)))
End Sub

Private Sub CopyRow(from As Long, target As Long)
  Dim range As Object, place As Object
  range = sheet.getCellRangeByPosition(0, from - 1, 40, from - 1)
  place = sheet.getCellByPosition(0, target - 1)
  sheet.copyRange(place.CellAddress, range.RangeAddress)
End Sub

Private Sub SortRange(range As String, column As Long, isUp As Boolean)
  Dim fields(0) As New com.sun.star.table.TableSortField
  fields(0).Field = column
  fields(0).IsAscending = isUp
  sheet.getCellRangeByName(range).sort(Array(Named("SortFields", fields()), Named("ContainsHeader", False), Named("BindFormatsToContent", True)))
End Sub

Private Sub SaveBook(parts)
  Dim options As String
  If UBound(parts) > 2 Then options = parts(3)
  book.storeToURL(parts(1), Array(Named("FilterName", parts(2)), Named("FilterOptions", options)))
End Sub
