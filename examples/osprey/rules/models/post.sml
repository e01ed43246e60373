PostId: str = JsonData(path='$.post.id')

PostText: str = JsonData(path='$.post.text')
